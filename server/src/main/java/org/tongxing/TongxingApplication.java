package org.tongxing;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 童行: pairs children with families and shows who is still missing. */
@Modulithic(
        systemName = "Tongxing",
        sharedModules = {"kernel", "problem", "persistence", "crypto", "audit", "contract", "wording"})
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@EnableScheduling
public class TongxingApplication {

    /** Days, months and years of the policy documents are those of China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static void main(String[] args) {
        try {
            SpringApplication.run(TongxingApplication.class, args);
        } catch (RuntimeException failure) {
            // The sandbox's engines are child processes; without an explicit exit they would keep a failed start alive.
            System.exit(1);
        }
    }

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
