package org.tongxing;

import java.time.Clock;
import java.time.ZoneId;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
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
        readXmlWithThePlatform();
        try {
            SpringApplication.run(TongxingApplication.class, args);
        } catch (RuntimeException failure) {
            // The sandbox's engines are child processes; without an explicit exit they would keep a failed start alive.
            System.exit(1);
        }
    }

    /** Every statement of a mapper is read as XML, and for each the reader would be searched for in all jars again. */
    private static void readXmlWithThePlatform() {
        System.setProperty(
                DocumentBuilderFactory.class.getName(),
                DocumentBuilderFactory.newDefaultInstance().getClass().getName());
        System.setProperty(
                XPathFactory.class.getName() + ":" + XPathFactory.DEFAULT_OBJECT_MODEL_URI,
                XPathFactory.newDefaultInstance().getClass().getName());
    }

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
