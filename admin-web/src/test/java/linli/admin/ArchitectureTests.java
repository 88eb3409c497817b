package linli.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the console may lean on: the doors of ground and features, nothing behind them. */
@AnalyzeClasses(packages = "linli.admin", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule theConsoleHasNoSql = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.ibatis..", "java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule theConsoleUsesFeaturesNotEdges = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "linli.bot.wecom..",
                    "linli.bot.sandbox..",
                    "linli.bot.schedule..",
                    "linli.bot.intake..",
                    "linli.bot.embedded..");

    @ArchTest
    static final ArchRule theConsoleUsesNoVendorsOfTheBot = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "me.chanjar..", "org.quartz..", "com.hankcs..", "redis.clients..", "org.apache.poi..");

    @ArchTest
    static final ArchRule pagesFormNoCycles =
            slices().matching("linli.admin.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule dependenciesAreConstructed = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesFromTheClocks = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
