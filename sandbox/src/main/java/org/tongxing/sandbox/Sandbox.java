package org.tongxing.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongxing.sandbox.engine.Engines;
import org.tongxing.sandbox.sms.SmsGateway;
import org.tongxing.sandbox.wechat.People;
import org.tongxing.sandbox.wechat.Simulator;

/** Everything that stands in for the outside world, started once per JVM and directory. */
public record Sandbox(Path directory, Engines engines, People people, Simulator wechat, SmsGateway sms) {

    private static final Map<Path, Sandbox> STARTED = new ConcurrentHashMap<>();

    /** The sandbox on this directory, with an embedded database if it is not running yet. */
    public static Sandbox on(@Nullable String configured) {
        return on(configured, null);
    }

    /**
     * The sandbox on this directory, started if it is not running yet.
     *
     * @param mysql the address of a MySQL to use instead of the embedded MariaDB, if given
     */
    public static Sandbox on(@Nullable String configured, @Nullable String mysql) {
        Path directory = configured == null
                ? home().resolve(".local")
                : Path.of(configured).toAbsolutePath();
        return STARTED.computeIfAbsent(directory.normalize(), folder -> start(folder, mysql));
    }

    private static Sandbox start(Path directory, @Nullable String mysql) {
        People people = new People();
        SamplePerson.join(people);
        Engines engines = Engines.start(home().resolve(".local/engines"), directory, mysql);
        return new Sandbox(directory, engines, people, Simulator.start(people), SmsGateway.start());
    }

    /** The root of the repository: the nearest folder above with a {@code .mvn} in it, or the working directory. */
    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return here;
    }
}
