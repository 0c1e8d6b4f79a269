package org.tongxing.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongxing.sandbox.engine.Engines;
import org.tongxing.sandbox.sms.SmsGateway;
import org.tongxing.sandbox.wechat.People;
import org.tongxing.sandbox.wechat.Push;
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

    /**
     * Where the application finds everything, as it would be configured; also for an application in another process.
     *
     * @param accounts with the sample people who may sign in
     */
    public Map<String, Object> settings(boolean accounts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tongxing.sandbox.active", true);
        properties.put("spring.datasource.url", this.engines.database().jdbcUrl());
        properties.put("spring.datasource.username", this.engines.database().user());
        properties.put("spring.datasource.password", this.engines.database().password());
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", this.engines.redisPort());
        properties.put("server.address", "127.0.0.1");
        properties.put("tongxing.media.origin", "http://sandbox.invalid");
        properties.put("tongxing.wechat.app-id", "wx0000000000sandbox");
        properties.put("tongxing.wechat.secret", "sandbox");
        properties.put("tongxing.wechat.base-url", this.wechat.baseUrl());
        properties.put("tongxing.wechat.push-token", Push.TOKEN);
        properties.put("tongxing.wechat.push-aes-key", Push.AES_KEY);
        SampleTemplates.put(properties);
        properties.put("tongxing.sms.url", this.sms.url());
        properties.put("tongxing.sms.headers.X-Api-Key", SmsGateway.KEY);
        properties.put("tongxing.sms.body", "{\"phone\":\"{phone}\",\"code\":\"{code}\"}");
        properties.put("tongxing.sms.accepted-at", "/code");
        properties.put("tongxing.sms.accepted", "OK");
        properties.put("tongxing.keys.directory", this.directory.resolve("keys").toString());
        properties.put(
                "tongxing.media.directory", this.directory.resolve("media").toString());
        if (accounts) {
            SampleAccounts.put(properties);
        }
        return properties;
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
