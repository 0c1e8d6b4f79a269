package org.tongxing.bench;

import java.util.function.Consumer;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Stage;

/** One row of the table: measures us and what we are measured against, in one run. */
public interface Row {

    /** Tells each figure as soon as it is known. */
    void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception;
}
