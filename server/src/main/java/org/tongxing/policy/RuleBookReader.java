package org.tongxing.policy;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a rule book and believes nothing: what it does not know or cannot find stops it, with the place. */
final class RuleBookReader {

    private static final int PLAIN = 20;

    /** Every figure or list that a clause may carry; a new one is new behaviour and belongs here first. */
    private static final Set<String> PARAMETERS = Set.of(
            "actor",
            "actors",
            "ageFrom",
            "categories",
            "colours",
            "confirmed",
            "day",
            "families",
            "months",
            "order",
            "per",
            "photos",
            "records",
            "sex",
            "states",
            "tiers");

    private RuleBookReader() {}

    static RuleBook read(String file, InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object loaded;
        try {
            loaded = new Yaml(new SafeConstructor(options))
                    .<@Nullable Object>load(new InputStreamReader(yaml, StandardCharsets.UTF_8));
        } catch (YAMLException failure) {
            throw new UnreadableRuleBook(file, String.valueOf(failure.getMessage()));
        }
        Node node = new Node(file, loaded);
        String id = node.text("book");
        String numbers = String.valueOf(node.get("numbers"));
        List<RuleClause> clauses = new ArrayList<>();
        for (Node one : node.nodes("clauses")) {
            clauses.add(clause(one.has("id") ? one.named(file + " " + one.get("id")) : one, id));
        }
        RuleBook book = new RuleBook(
                id,
                node.text("documentNumber"),
                node.text("title"),
                node.text("issuer"),
                node.date("issuedOn"),
                node.date("inForceFrom"),
                division(node),
                clauses);
        node.done();
        RuleBookCheck.check(file, numbers, book);
        return book;
    }

    private static DivisionCode division(Node node) {
        try {
            return new DivisionCode(String.valueOf(node.get("jurisdiction")));
        } catch (IllegalArgumentException failure) {
            throw node.problem("'jurisdiction' is not a division code");
        }
    }

    private static RuleClause clause(Node node, String book) {
        ClauseId id;
        try {
            id = ClauseId.of(node.text("id"));
        } catch (IllegalArgumentException failure) {
            throw node.problem(String.valueOf(failure.getMessage()));
        }
        if (!id.book().equals(book)) {
            throw node.problem("stands in book " + book);
        }
        Force force = node.word("force", Force.class);
        if (force == Force.LOCAL) {
            throw node.problem("a document has no local settings");
        }
        RuleClause.Kind kind = node.word("kind", RuleClause.Kind.class);
        RuleClause clause = new RuleClause(
                id,
                kind,
                force,
                node.text("place"),
                node.text("quote"),
                node.plain("title", PLAIN),
                node.has("subject") ? node.text("subject") : null,
                node.has("parameters") ? parameters(node.node("parameters")) : Parameters.NONE,
                definition(node, kind),
                obligations(node, kind, id, force),
                kind == RuleClause.Kind.RISK_TIER ? tier(node.node("tier")) : null);
        node.done();
        if ((clause.definition() != null || clause.tier() != null) && clause.subject() == null) {
            throw node.problem("defines something and needs a 'subject'");
        }
        return clause;
    }

    private static Parameters parameters(Node node) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : node.keys()) {
            if (PARAMETERS.contains(name)) {
                values.put(name, node.get(name));
            }
        }
        node.done();
        return new Parameters(values);
    }

    private static @Nullable Definition definition(Node clause, RuleClause.Kind kind) {
        if (kind == RuleClause.Kind.CATEGORY) {
            Node node = clause.node("category");
            Condition when = ConditionReader.read(node.node("when"), Definition.About.CHILD);
            return definition(node, node.text("code"), Definition.About.CHILD, when);
        }
        if (kind == RuleClause.Kind.DEFINITION) {
            Node node = clause.node("defines");
            Definition.About about = node.word("about", Definition.About.class);
            return definition(node, null, about, ConditionReader.read(node.node("when"), about));
        }
        return null;
    }

    /** An obligation that the engine cannot reckon, such as JB-33, has no list of who owes what. */
    private static List<ObligationRule> obligations(Node clause, RuleClause.Kind kind, ClauseId id, Force force) {
        if (!clause.has("obliges")) {
            return List.of();
        }
        if (kind != RuleClause.Kind.OBLIGATION) {
            throw clause.problem("'obliges' belongs to an OBLIGATION");
        }
        String title = clause.text("title");
        return clause.nodes("obliges").stream()
                .map(one -> ObligationReader.read(one, id, force, title))
                .toList();
    }

    private static TierDefinition tier(Node node) {
        TierDefinition tier = new TierDefinition(
                node.word("level", RiskTier.class),
                node.nodes("triggers").stream().map(RuleBookReader::trigger).toList());
        node.done();
        return tier;
    }

    private static TierDefinition.Trigger trigger(Node node) {
        TierDefinition.Trigger trigger = new TierDefinition.Trigger(
                node.plain("name", PLAIN), ConditionReader.read(node.node("when"), Definition.About.CHILD));
        node.done();
        return trigger;
    }

    private static Definition definition(Node node, @Nullable String category, Definition.About about, Condition when) {
        Definition definition =
                new Definition(category, node.plain("name", PLAIN), about, when, node.plain("otherwise", PLAIN));
        node.done();
        return definition;
    }
}
