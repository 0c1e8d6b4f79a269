package org.tongxing;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
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
import org.tongxing.contract.Growing;
import org.tongxing.contract.Problem;
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
    GroupedOpenApi phoneSide() {
        return GroupedOpenApi.builder()
                .group("phone")
                .pathsToMatch("/api/phone/**")
                .addOperationCustomizer((operation, method) -> operation.operationId(endpoint(method.getBeanType())
                        + "_" + method.getMethod().getName()))
                .addOpenApiCustomizer(api -> {
                    api.info(new Info().title("Tongxing phone side").version("1"));
                    api.servers(List.of());
                    ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
                    api.getPaths().values().stream()
                            .flatMap(path -> path.readOperations().stream())
                            .forEach(ContractDescription::refusable);
                })
                .build();
    }

    /** {@code visit} of whatever implements {@code VisitEndpoint}. */
    private static String endpoint(Class<?> controller) {
        String name = Arrays.stream(controller.getInterfaces())
                .map(Class::getSimpleName)
                .filter(one -> one.endsWith("Endpoint"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(controller + " is not part of the contract"));
        return Character.toLowerCase(name.charAt(0)) + name.substring(1, name.length() - "Endpoint".length());
    }

    /** Every operation may be refused, always in the same form. */
    private static void refusable(Operation operation) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        operation.setTags(null);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("refused")
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(problem))));
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
            if (raw.isEnum() && isOfThePhone(raw) && schema != null && schema.get$ref() == null) {
                return named(raw, schema, context);
            }
            if (raw.isRecord() && schema != null) {
                String name = schema.get$ref() == null
                        ? raw.getSimpleName()
                        : schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
                // Each description has its own names: what the phone's is called, the console's may be called too.
                noteNamesake((isOfThePhone(raw) ? "phone:" : "console:") + name, raw);
                Schema<?> model = context.getDefinedModels().getOrDefault(name, schema);
                if (model.getProperties() != null) {
                    model.setRequired(required(raw));
                }
            }
            return schema;
        }

        /** The words of the phone's contract are types of their own; the console's stand where they are used. */
        private Schema<?> named(Class<?> raw, Schema<?> words, ModelConverterContext context) {
            noteNamesake("phone:" + raw.getSimpleName(), raw);
            noteNamesake("console:" + raw.getSimpleName(), raw);
            if (raw.isAnnotationPresent(Growing.class)) {
                words.addExtension("x-growing", true);
            }
            context.defineModel(raw.getSimpleName(), words);
            return new Schema<>().$ref("#/components/schemas/" + raw.getSimpleName());
        }

        private static boolean isOfThePhone(Class<?> raw) {
            return raw.getPackage() == Problem.class.getPackage();
        }

        private void noteNamesake(String name, Class<?> raw) {
            Class<?> owner = this.owners.putIfAbsent(name, raw);
            if (owner != null && owner != raw && !alike(owner, raw)) {
                NAMESAKES.add(owner.getName() + " and " + raw.getName());
            }
        }

        private static boolean alike(Class<?> one, Class<?> other) {
            return one.isRecord() && other.isRecord() && components(one).equals(components(other));
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
