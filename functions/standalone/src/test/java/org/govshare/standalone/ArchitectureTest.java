package org.govshare.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Set<String> CLOCK_MAKERS = Set.of("systemUTC", "systemDefaultZone", "system");

    private static JavaClasses ours;
    private static List<Module> modules;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("org.govshare");
        modules = Module.all();
    }

    @Test
    void regulation_knowsJavaAndYamlOnly() {
        classes()
                .that()
                .resideInAPackage("org.govshare.regulation..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("org.govshare.regulation..", "java..", "org.snakeyaml.engine.."))
                .check(ours);
    }

    @Test
    void everyModule_isNamedInTheOrderOfModules() {
        for (Module module : modules) {
            assertTrue(
                    module.kind() != Module.Kind.SHARED || Module.USES.containsKey(module.name()),
                    () -> "shared/" + module.name() + " is not in Module.USES: say what it may use");
        }
    }

    /** Modules depend one way, and functions never on each other. */
    @Test
    void modules_useWhatTheyMay() {
        for (Module module : modules) {
            Set<String> mayUse = module.mayUse(modules);
            String[] others = modules.stream()
                    .filter(other -> !mayUse.contains(other.name()))
                    .flatMap(other -> Stream.of(other.root(), other.root() + ".."))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAnyPackage(module.root(), module.root() + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because(module.name() + " may use " + mayUse)
                    .allowEmptyShould(true)
                    .check(ours);
        }
    }

    @Test
    void everyClass_isInAModule() {
        for (JavaClass type : ours) {
            assertTrue(
                    type.getPackageName().startsWith("org.govshare.benchmarks")
                            || modules.stream().anyMatch(module -> module.has(type.getPackageName())),
                    () -> type.getName() + " is in no module");
        }
    }

    @Test
    void packages_haveNoCircles() {
        slices().matching("org.govshare.(**)").should().beFreeOfCycles().check(ours);
    }

    @Test
    void everyPackageSaysWhatItIs_andEveryModuleHasAPage() {
        List<String> missing = new ArrayList<>();
        for (Module module : modules) {
            if (!Files.isRegularFile(module.folder().resolve("README.md"))) {
                missing.add(module.folder() + "/README.md");
            }
            for (String name : module.packages()) {
                Path page = module.sources().resolve(name.replace('.', '/')).resolve("package-info.java");
                if (!Files.isRegularFile(page)) {
                    missing.add(page.toString());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void time_comesFromAClock() {
        noClasses().should().callMethodWhere(readsTheWallClock()).check(ours);
    }

    @Test
    void clocks_areMadeInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.govshare.platform.time.TimeSources")
                .and()
                .resideOutsideOfPackage("org.govshare.testkit..")
                .should()
                .callMethodWhere(makesAClock())
                .check(ours);
    }

    @Test
    void zone_isNeverTheMachines() {
        noClasses()
                .should()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.TimeZone.class, "getDefault")
                .check(ours);
    }

    @Test
    void database_isRunByTheCommandLineOnly() {
        noClasses()
                .that(resideInAnyPackage(modules.stream()
                        .filter(module -> module.kind() == Module.Kind.FUNCTION)
                        .map(module -> module.root() + "..")
                        .toArray(String[]::new)))
                .should()
                .dependOnClassesThat(resideInAPackage("org.flywaydb.."))
                .allowEmptyShould(true)
                .check(ours);
    }

    /** The law is data: the stories of the demo alone play in a place of their own. */
    @Test
    void code_namesNoPack() throws IOException {
        List<String> ids = Law.builtIn().packs().stream().map(pack -> pack.id()).toList();
        for (JavaClass type : ours) {
            if (!isOfTheDemo(type)) {
                try (InputStream compiled =
                        type.getSource().orElseThrow().getUri().toURL().openStream()) {
                    String constants = new String(compiled.readAllBytes(), StandardCharsets.ISO_8859_1);
                    ids.forEach(id -> assertFalse(constants.contains(id), () -> type.getName() + " names " + id));
                }
            }
        }
    }

    /** Chapters see the functions from outside, over HTTP, and no other code needs the stage. */
    @Test
    void chapters_useTheStageAlone() {
        classes()
                .that(DescribedPredicate.describe(
                        "are a function's chapters",
                        type -> isOfTheDemo(type)
                                && modules.stream()
                                        .anyMatch(module -> module.kind() == Module.Kind.FUNCTION
                                                && module.has(type.getPackageName()))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("org.govshare.*.demo..", "org.govshare.demo..")
                        .or(resideOutsideOfPackage("org.govshare..")))
                .check(ours);
        noClasses()
                .that(DescribedPredicate.describe("are not of the demo", type -> !isOfTheDemo(type)))
                .and()
                .resideOutsideOfPackage("org.govshare.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.govshare.demo..", "org.govshare.*.demo..")
                .check(ours);
    }

    /** The stage, and the package {@code demo} of a module. */
    private static boolean isOfTheDemo(JavaClass type) {
        return type.getPackageName().matches("org\\.govshare(\\.\\w+)?\\.demo");
    }

    /** {@code now()} of java.time without a clock, and the system's milliseconds. */
    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return DescribedPredicate.describe("reads the time without a Clock", call -> {
            String owner = call.getTargetOwner().getName();
            String method = call.getName();
            boolean now = owner.startsWith("java.time.")
                    && method.equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean date = owner.equals("java.util.Date")
                    && method.equals("<init>")
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return now || date || owner.equals("java.lang.System") && method.equals("currentTimeMillis");
        });
    }

    private static DescribedPredicate<JavaCall<?>> makesAClock() {
        return DescribedPredicate.describe(
                "makes a clock",
                call -> call.getTargetOwner().isEquivalentTo(Clock.class) && CLOCK_MAKERS.contains(call.getName()));
    }
}
