package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

/** Reading about people takes a scope: there is no query without it, but for those that say why. */
class ScopeConventionTests {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(TongxingApplication.class);

    /** Tables whose rows are about a child, an adult around it, a helper, or what one of them wrote or was told. */
    private static final Set<String> PERSONAL = Set.of((
            // What a place keeps about children and the adults around them.
            "child child_fact child_category child_standing case_facet household adult risk_decision child_tier "
                    + "risk_entry photo photo_child photo_ticket photo_consent adult_access_change "
                    // Who helps them.
                    + "cadre_family family_adult family_move unit area_duty pairing pairing_waiver plan_row "
                    // What was done for them.
                    + "visit visit_child visit_photo visit_safety visit_promise visit_remark visit_confirmation "
                    + "visit_release visit_set_aside visit_set_aside_child visit_signal phone_draft difficulty "
                    + "difficulty_child difficulty_step contact contact_confirmation contact_reminder "
                    + "festival_return wish board_need board_offer board_docking "
                    + "activity_sign_up activity_helper goods_entry certificate "
                    // What is owed to them, and who was told.
                    + "work_item visit_waiver plain_deed nudge notification subscribe_answer subscribe_credit "
                    + "reminder_choice danger_report danger_addition danger_receipt danger_note admonition admonition_child "
                    // Who may come in.
                    + "account account_role phone_account membership invitation duty_phone "
                    // Whole lists of them.
                    + "refused_row refused_row_key roster_row roster_file roster_import newcomer "
                    + "register_export register_export_piece")
            .split(" "));

    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join)\\s+([a-z_]+)");

    /** What tells nothing about a person: numbers, days, states. */
    private static final Set<String> IMPERSONAL =
            Set.of("int", "long", "boolean", "java.lang.Integer", "java.lang.Long", "java.time.LocalDate");

    @Test
    void everyQueryAboutPeopleTakesAScope() {
        List<String> without = SERVER.stream()
                .filter(type -> type.isAnnotatedWith(Mapper.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Select.class))
                .filter(ScopeConventionTests::readsAboutPeople)
                .filter(method -> !takesAScope(method))
                .filter(method -> !method.isAnnotatedWith(WithoutScope.class))
                .filter(method -> !isBoundByATie(method))
                .map(method -> module(method) + ": " + method.getOwner().getSimpleName() + "." + method.getName())
                .sorted()
                .toList();
        assertThat(without).isEmpty();
    }

    private static boolean readsAboutPeople(JavaMethod method) {
        boolean tells = method.getReturnType().getAllInvolvedRawTypes().stream()
                .map(JavaClass::getName)
                .filter(name -> !name.equals("java.util.List") && !name.equals("java.util.Set"))
                .anyMatch(name -> !IMPERSONAL.contains(name));
        return tells && TABLE.matcher(sql(method)).results().anyMatch(match -> PERSONAL.contains(match.group(1)));
    }

    private static String module(JavaMethod method) {
        return method.getOwner().getPackageName().split("\\.")[2];
    }

    private static boolean takesAScope(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Scope.class))
                && sql(method).contains("scope.");
    }

    private static boolean isBoundByATie(JavaMethod method) {
        return method.isAnnotatedWith(WithinTie.class)
                && sql(method)
                        .contains("#{"
                                + method.getAnnotationOfType(WithinTie.class)
                                        .value()
                                        .toLowerCase(Locale.ROOT));
    }

    private static String sql(JavaMethod method) {
        JavaAnnotation<?> select = method.getAnnotationOfType(Select.class.getName());
        return String.join(" ", (String[]) select.get("value").orElseThrow()).toLowerCase(Locale.ROOT);
    }
}
