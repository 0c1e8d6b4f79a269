package org.tongxing.sandbox.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Another JVM holds a Redis; what becomes of the Redis when that JVM ends one way or another. */
class EngineTests {

    @TempDir
    private Path directory;

    private Process holder;
    private ProcessHandle engine;

    @BeforeEach
    void startAnotherJvmWithAnEngine() throws Exception {
        this.holder = holder();
        this.engine = engine();
        assertThat(this.engine.info().command().orElseThrow()).endsWith("redis-server-6.2");
    }

    @AfterEach
    void leaveNothingBehind() {
        this.holder.destroyForcibly();
        this.engine.destroyForcibly();
    }

    @Test
    void endsInOrderWhenItsJvmIsAskedToEnd() throws Exception {
        this.holder.destroy();
        assertThat(this.holder.waitFor(5, SECONDS)).isTrue();
        assertThat(this.engine.isAlive()).isFalse();
        assertThat(Files.readString(this.directory.resolve("redis.log"))).contains("Redis is now ready to exit");
    }

    @Test
    void endsWhenItsJvmIsKilled() {
        this.holder.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !this.engine.isAlive());
    }

    @Test
    void isNotInTheProcessGroupThatCtrlCReaches() throws Exception {
        assertThat(group(this.engine.pid())).isNotEqualTo(group(this.holder.pid()));
    }

    @Test
    void isReplacedByTheNextOneOnTheSameFolder() throws Exception {
        long first = this.engine.pid();
        this.holder.destroyForcibly().waitFor();
        this.holder = holder();
        this.engine = engine();
        assertThat(this.engine.pid()).isNotEqualTo(first);
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private Process holder() throws Exception {
        Files.deleteIfExists(this.directory.resolve("ready"));
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        this.directory.toString()))
                .redirectErrorStream(true)
                .redirectOutput(this.directory.resolve("holder.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(this.directory.resolve("ready")));
        return process;
    }

    private ProcessHandle engine() throws Exception {
        long pid = Long.parseLong(
                Files.readString(this.directory.resolve("redis.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** The fifth field of the kernel's own account of a process, after the name in parentheses. */
    private static String group(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2];
    }

    /** The other JVM. */
    static final class Holder {

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            new SpringApplicationBuilder(Holder.class)
                    .web(WebApplicationType.NONE)
                    .properties("tongxing.sandbox.enabled=false")
                    .run();
            int port = Engine.freePort();
            Engine.start(
                    "redis",
                    directory,
                    port,
                    List.of(
                            Binaries.redis(directory.resolve("engines")).toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            ""));
            Files.createFile(directory.resolve("ready"));
            Thread.currentThread().join();
        }
    }
}
