package org.tongxing.page;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves {@code /admin} and {@code /h5}: files whose name carries a hash for a year, everything else checked each time. A path without a
 * dot is a page of the console and gets its shell, so that a link into it can be shared.
 */
@Configuration
class PackedPages implements WebMvcConfigurer {

    private static final String CONSOLE = "META-INF/resources/admin/";
    private static final String PHONE = "META-INF/resources/h5/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/admin/");
        registry.addRedirectViewController("/admin", "/admin/");
        registry.addViewController("/admin/").setViewName("forward:/admin/index.html");
        registry.addRedirectViewController("/h5", "/h5/");
        registry.addViewController("/h5/").setViewName("forward:/h5/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/admin/assets/**")
                .addResourceLocations("classpath:/" + CONSOLE + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/h5/assets/**")
                .addResourceLocations("classpath:/" + PHONE + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/h5/**")
                .addResourceLocations("classpath:/" + PHONE)
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/admin/**")
                .addResourceLocations("classpath:/" + CONSOLE)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new Shell());
    }

    private static final class Shell extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null || path.contains(".")) {
                return file;
            }
            Resource shell = new ClassPathResource(CONSOLE + "index.html");
            return shell.exists() ? shell : null;
        }
    }
}
