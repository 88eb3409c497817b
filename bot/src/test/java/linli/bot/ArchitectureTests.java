package linli.bot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.DateFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.apache.ibatis.annotations.Mapper;

/** Which way the arrows between our packages point. The names of the rules are their documentation. */
@AnalyzeClasses(packages = "linli.bot", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] PURE = {"linli.bot.parsing..", "linli.bot.problem..", "linli.bot.text..", "linli.bot.learn..", "linli.bot.thread..", "linli.bot.corpus.."};
    private static final String[] GROUND = {
        "linli.bot.time..", "linli.bot.work..", "linli.bot.memory..", "linli.bot.settings..", "linli.bot.reply..", "linli.bot.community..", "linli.bot.staff..", "linli.bot.worktime..",
        "linli.bot.inbox..", "linli.bot.outbox..", "linli.bot.audit..", "linli.bot.once..", "linli.bot.live..", "linli.bot.privacy..", "linli.bot.attachment..",
        "linli.bot.embedded..", "linli.bot.reply.."
    };
    private static final String[] FEATURES = {
        "linli.bot.ticket..", "linli.bot.entry..", "linli.bot.referral..", "linli.bot.view..", "linli.bot.phrase..", "linli.bot.whistle..", "linli.bot.morning..", "linli.bot.export..", "linli.bot.routing..", "linli.bot.notice..", "linli.bot.faq..", "linli.bot.setup..", "linli.bot.workbench..", "linli.bot.welcome.."
    };
    private static final String[] EDGES = {"linli.bot.wecom..", "linli.bot.sandbox..", "linli.bot.rehearsal..", "linli.bot.schedule.."};

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("linli.bot.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule arrowsPointInward = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("pure").definedBy(PURE)
            .layer("ground").definedBy(GROUND)
            .layer("features").definedBy(FEATURES)
            .layer("decision").definedBy("linli.bot.intake..")
            .layer("edges").definedBy(EDGES)
            .layer("command line").definedBy("linli.bot.reading..")
            .whereLayer("command line").mayNotBeAccessedByAnyLayer()
            .whereLayer("edges").mayNotBeAccessedByAnyLayer()
            .whereLayer("decision").mayNotBeAccessedByAnyLayer()
            .whereLayer("features").mayOnlyBeAccessedByLayers("decision", "edges")
            .whereLayer("ground").mayOnlyBeAccessedByLayers("features", "decision", "edges");

    @ArchTest
    static final ArchRule everyPackageHasItsPlaceInTheLayers = classes()
            .that()
            .resideInAPackage("linli.bot.*..")
            .should()
            .resideInAnyPackage(join(PURE, GROUND, FEATURES, EDGES, new String[] {
                "linli.bot.intake..", "linli.bot.reading.."
            }));

    @ArchTest
    static final ArchRule theParserIsPure = noClasses()
            .that()
            .resideInAPackage("linli.bot.parsing..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "java..", "com.hankcs..", "com.google.i18n.phonenumbers..", "linli.bot.parsing..")));

    @ArchTest
    static final ArchRule theSandboxKnowsNoMoreOfUsThanAnotherCompanyWould = noClasses()
            .that()
            .resideInAPackage("linli.bot.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("linli.bot..")
                    .and(not(resideInAnyPackage(
                            "linli.bot.sandbox..", "linli.bot.time..", "linli.bot.parsing..", "linli.bot.text..", "linli.bot.rehearsal.."))));

    @ArchTest
    static final ArchRule sqlStaysInItsFeature = classes()
            .that()
            .areAnnotatedWith(Mapper.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Mapper");

    @ArchTest
    static final ArchRule weComsLibraryStaysInWecom = home("me.chanjar..", "linli.bot.wecom..");

    @ArchTest
    static final ArchRule quartzStaysInSchedule = home("org.quartz..", "linli.bot.schedule..");

    @ArchTest
    static final ArchRule hanLpStaysInParsing = home("com.hankcs..", "linli.bot.parsing..");

    @ArchTest
    static final ArchRule redisStaysWhereItsLossIsHarmless =
            home("redis.clients..", "linli.bot.live..", "linli.bot.wecom..", "linli.bot.outbox..");

    @ArchTest
    static final ArchRule spreadsheetsStayInSetup = home("org.apache.poi..", "linli.bot.setup..");

    @ArchTest
    static final ArchRule embeddedServersStayInEmbedded =
            home("io.zonky.test..", "linli.bot.embedded..", "linli.bot.reply..").because("tests and production start them alike");

    @ArchTest
    static final ArchRule timeComesFromTheClocks = noClasses()
            .that()
            .resideOutsideOfPackage("linli.bot.time..")
            .should()
            .callMethodWhere(target(name("now")).and(targetOwner(resideInAPackage("java.time..")))
                    .or(target(nameMatching("system.*")).and(targetOwner(type(Clock.class))))
                    .or(target(name("currentTimeMillis"))))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule theMachinesZoneIsNobodysBusiness = noClasses()
            .should()
            .callMethodWhere(target(name("systemDefault")).and(targetOwner(type(ZoneId.class)))
                    .or(target(nameMatching("getDefault|getInstance")).and(targetOwner(assignableTo(TimeZone.class).or(assignableTo(Calendar.class))))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(DateFormat.class)
            .because("people here live in CommunityClock.ZONE, wherever the machine stands");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(targetOwner(assignableTo(Thread.class)).and(target(name("sleep"))))
            .because("waiting is for a condition, with a limit");

    @ArchTest
    static final ArchRule theServerLogsAndDoesNotPrint = noClasses()
            .that()
            .resideOutsideOfPackage("linli.bot.reading..")
            .and()
            .doNotHaveSimpleName("Simulate")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule dependenciesAreConstructed = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule nothingShownToOthersCanBeReassigned = fields()
            .that()
            .arePublic()
            .should()
            .beFinal()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theBotDoesNotKnowTheConsole = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("linli.admin..", "org.thymeleaf..", "org.springframework.security.web..");

    private static ArchRule home(String vendor, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor);
    }

    private static String[] join(String[]... groups) {
        return Arrays.stream(groups).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
