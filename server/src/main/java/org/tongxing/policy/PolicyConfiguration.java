package org.tongxing.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads every rule book on the class path at the start, so that a mistake in one stops the server and not a verdict. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    RuleBooks ruleBooks(ResourcePatternResolver resources) throws IOException {
        List<RuleBook> books = new ArrayList<>();
        for (Resource resource : resources.getResources("classpath*:/rulebooks/*.yaml")) {
            try (InputStream yaml = resource.getInputStream()) {
                books.add(RuleBookReader.read(String.valueOf(resource.getFilename()), yaml));
            }
        }
        return new RuleBooks(books);
    }
}
