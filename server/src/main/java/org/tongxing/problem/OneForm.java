package org.tongxing.problem;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An answer has the one form its address has, whatever was asked for: 406 would come after the deed and deny it. */
@Configuration
class OneForm implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer forms) {
        forms.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
    }
}
