package org.tongxing.bench.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Everything the server's starters bring, and nothing of ours. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class Bare {

    public static void main(String[] args) {
        SpringApplication.run(Bare.class, args);
    }
}
