package org.tongxing.bench.rows;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.CronTask;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Generator;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Stage;

/** Everything the server does by itself between midnight and five, against the same for the children of one county. */
public final class Night implements Row {

    private static final String COUNTY = "county";
    private static final double MINUTES = 10;

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        double seconds = seconds(stage);
        figures.accept(Figure.atMost(MINUTES, "nightly pass", "minutes", size.label(), seconds / 60));
        if (!size.name().equals(COUNTY)) {
            Size small = Size.of(COUNTY, 0, size.seed());
            Stage county = Stage.named(small.stage(), System.getenv("TONGXING_SANDBOX_MYSQL"));
            new Generator(county, small).fill();
            double perChild = seconds / size.children();
            figures.accept(Figure.atMost(
                    1,
                    "nightly pass, time per child",
                    "the same at " + small.label(),
                    size.label(),
                    perChild / (seconds(county) / small.children())));
        }
    }

    private static double seconds(Stage stage) {
        try (ConfigurableApplicationContext server = stage.application(Map.of())) {
            StringRedisTemplate redis = server.getBean(StringRedisTemplate.class);
            redis.delete(Objects.requireNonNull(redis.keys("*:night:*")));
            List<CronTask> tasks =
                    server.getBean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks().stream()
                            .map(scheduled -> scheduled.getTask())
                            .filter(CronTask.class::isInstance)
                            .map(CronTask.class::cast)
                            .filter(task -> hour(task) < 5)
                            .sorted(Comparator.comparing(Night::hour).thenComparing(Night::minute))
                            .toList();
            double all = 0;
            for (CronTask task : tasks) {
                long begun = System.nanoTime();
                task.getRunnable().run();
                double took = (System.nanoTime() - begun) / 1e9;
                System.out.printf("  %s: %.1f s%n", task, took);
                all += took;
            }
            return all;
        }
    }

    private static int hour(CronTask task) {
        return part(task, 2);
    }

    private static int minute(CronTask task) {
        return part(task, 1);
    }

    /** A part of an expression such as {@code 0 30 2 * * *}; a list of hours does not count as a night. */
    private static int part(CronTask task, int index) {
        String part = task.getExpression().split(" ")[index];
        return part.chars().allMatch(Character::isDigit) ? Integer.parseInt(part) : Integer.MAX_VALUE;
    }
}
