package org.tongxing;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.tongxing.kernel.Caller;

/** Describes the contract from the controllers: what is not {@code @Nullable} is required, and no two records share a name. */
@TestConfiguration
class ContractDescription {

    /** Unlike records that would become one in the contract; throwing while describing would only leave a hole there. */
    static final Set<String> NAMESAKES = ConcurrentHashMap.newKeySet();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    GroupedOpenApi admin() {
        return GroupedOpenApi.builder()
                .group("admin")
                .pathsToMatch("/api/admin/**")
                .addOpenApiCustomizer(api -> {
                    api.info(new Info().title("Tongxing console").version("1"));
                    api.servers(List.of());
                })
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain description(HttpSecurity http) throws Exception {
        return http.securityMatcher("/v3/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    ModelConverter records() {
        return new Records();
    }

    private static final class Records implements ModelConverter {

        private final Map<String, Class<?>> owners = new HashMap<>();

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (raw.isRecord() && schema != null) {
                String name = schema.get$ref() == null
                        ? raw.getSimpleName()
                        : schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
                noteNamesake(name, raw);
                Schema<?> model = context.getDefinedModels().getOrDefault(name, schema);
                if (model.getProperties() != null) {
                    model.setRequired(required(raw));
                }
            }
            return schema;
        }

        private void noteNamesake(String name, Class<?> raw) {
            Class<?> owner = this.owners.putIfAbsent(name, raw);
            if (owner != null && owner != raw && !components(owner).equals(components(raw))) {
                NAMESAKES.add(owner.getName() + " and " + raw.getName());
            }
        }

        private static List<String> components(Class<?> raw) {
            return Arrays.stream(raw.getRecordComponents())
                    .map(component -> component.getGenericType() + " " + component.getName())
                    .toList();
        }

        private static List<String> required(Class<?> raw) {
            return Arrays.stream(raw.getRecordComponents())
                    .filter(component -> !nullable(component))
                    .map(RecordComponent::getName)
                    .toList();
        }

        private static boolean nullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }
}
