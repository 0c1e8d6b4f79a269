package org.tongxing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.baomidou.mybatisplus.core.conditions.Wrapper;
import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.wording.CellText;

class ConventionTests {

    private static final int LONGEST_FILE = 280;
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(TongxingApplication.class);

    @Test
    void queriesLiveInMappers() {
        noClasses()
                .that()
                .areNotAssignableTo(BaseMapper.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Wrapper.class)
                .check(SERVER);
    }

    @Test
    void noStatementChangesAWholeTable() {
        assertThat(SERVER.stream()
                        .filter(type -> type.isAnnotatedWith(Mapper.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> Stream.of(Update.class, Delete.class)
                                .filter(method::isAnnotatedWith)
                                .map(change -> (String[]) method.getAnnotationOfType(change.getName())
                                        .get("value")
                                        .orElseThrow())
                                .anyMatch(sql -> !String.join(" ", sql).contains("WHERE")))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void mappersAreHidden() {
        classes().that().areAnnotatedWith(Mapper.class).should().notBePublic().check(SERVER);
    }

    @Test
    void controllersAreHidden() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .andShould()
                .resideInAPackage("..web")
                .check(SERVER);
    }

    /** Only {@code @RolesAllowed} is looked at; another annotation would be a lock that nobody closes. */
    @Test
    void rolesAreDemandedInOneWay() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.security.access.prepost", "org.springframework.security.access.annotation")
                .check(SERVER);
    }

    @Test
    void whatWritesWorkbooksTakesTheSpellOutOfWhatPeopleTyped() {
        assertThat(SERVER.stream()
                        .filter(one -> uses(one, "cn.idev.excel.FastExcel") || uses(one, "cn.idev.excel.ExcelWriter"))
                        .filter(one -> !one.getPackageName().equals("org.tongxing.roster.sheet"))
                        .filter(one -> !uses(one, CellText.class.getName())))
                .isEmpty();
    }

    private static boolean uses(JavaClass one, String other) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getName().equals(other));
    }

    @Test
    void namesSayWhatNotWhere() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Manager|VO|DTO|BO|PO|DO)")
                .check(SERVER);
    }

    @Test
    void filesStayShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> long_ = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE)
                    .toList();
            assertThat(long_).isEmpty();
        }
    }

    /** {@code [null]} is checked by nobody otherwise, and met by the first who looks into the list. */
    @Test
    void nothingIsWantedInsideAListWithoutBeingThere() throws IOException {
        try (Stream<Path> files = Stream.concat(
                Files.walk(Path.of("src/main/java")), Files.walk(Path.of("../miniprogram-api/src/main/java")))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains("<@Valid ")))
                    .as("<@NotNull @Valid …>")
                    .isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
