// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.transport.CamelHttpTransport;
import io.github.camelark.transport.TransportSettings;
import org.apache.camel.spi.HttpResponseAware;

/** The arrows between the packages, which point down, and what no class may do. */
@AnalyzeClasses(
    packages = "io.github.camelark",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.DoNotIncludeSimulator.class
    })
class ArchitectureTest {

  private static final String ROOT = "io.github.camelark";
  private static final String OPERATION = ROOT + ".operation..";
  private static final String SHARED = ROOT + ".shared..";
  private static final String CONSUMER = ROOT + ".consumer..";
  private static final String SETTINGS = ROOT + ".settings..";
  private static final String HEALTH = ROOT + ".health..";
  private static final String CLIENT = ROOT + ".client..";
  private static final String TRANSPORT = ROOT + ".transport..";
  private static final String DIALECT = ROOT + ".dialect..";
  private static final String API = ROOT + ".api..";
  private static final String MODEL = ROOT + ".model..";
  private static final String ERROR = ROOT + ".error..";
  private static final String TIME = ROOT + ".time..";
  private static final String TEXT = ROOT + ".text..";
  private static final String CAMEL = "org.apache.camel..";

  /** The simulator lives under the same root and is not a part of the component. */
  static final class DoNotIncludeSimulator implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("io/github/camelark/test/");
    }
  }

  /** What users import, and what Camel generates beside it. */
  @ArchTest
  static final ArchRule theRootHoldsWhatUsersImportAndNothingElse =
      classes()
          .that(resideInAPackage(ROOT))
          .and()
          .areTopLevelClasses()
          .should(
              be(
                  belongToAnyOf(
                      ArkComponent.class,
                      ArkEndpoint.class,
                      ArkConfiguration.class,
                      ArkConstants.class,
                      ArkProducer.class,
                      ArkConsumer.class,
                      ArkConverter.class,
                      ArkPaging.class,
                      ArkConverterLoader.class,
                      ArkComponentConfigurer.class,
                      ArkEndpointConfigurer.class,
                      ArkEndpointUriFactory.class)));

  @ArchTest
  static final ArchRule nothingBelowTheRootKnowsIt =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT);

  @ArchTest
  static final ArchRule noPackageHasACycle =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule settingsUseOnlyWhatIsBelow =
      usesOnly(SETTINGS, CLIENT, TRANSPORT, DIALECT, API, MODEL, ERROR, TEXT);

  @ArchTest
  static final ArchRule operationsUseOnlyWhatIsBelow =
      usesOnly(OPERATION, SETTINGS, CLIENT, DIALECT, API, MODEL, ERROR, TEXT, TIME);

  @ArchTest
  static final ArchRule consumersUseOnlyWhatIsBelow =
      usesOnly(CONSUMER, SETTINGS, CLIENT, DIALECT, API, MODEL, ERROR, TEXT, TIME);

  @ArchTest
  static final ArchRule sharedUsesOnlyWhatIsBelow =
      usesOnly(SHARED, CONSUMER, HEALTH, SETTINGS, CLIENT, TRANSPORT, TIME);

  @ArchTest
  static final ArchRule healthUsesOnlyWhatIsBelow = usesOnly(HEALTH, CLIENT, MODEL, ERROR, TEXT);

  @ArchTest
  static final ArchRule clientUsesOnlyWhatIsBelow =
      usesOnly(CLIENT, TRANSPORT, DIALECT, API, MODEL, ERROR, TEXT, TIME);

  @ArchTest
  static final ArchRule transportUsesOnlyWhatIsBelow =
      usesOnly(TRANSPORT, DIALECT, API, ERROR, TEXT, TIME);

  @ArchTest static final ArchRule dialectUsesOnlyTheApi = usesOnly(DIALECT, API);

  @ArchTest static final ArchRule apiUsesOnlyText = usesOnly(API, TEXT);

  @ArchTest static final ArchRule errorUsesOnlyTheApi = usesOnly(ERROR, API, TEXT);

  @ArchTest static final ArchRule modelUsesOnlyDialects = usesOnly(MODEL, DIALECT, TEXT);

  @ArchTest
  static final ArchRule clientDialectAndModelDoNotKnowCamel =
      noClasses()
          .that()
          .resideInAnyPackage(CLIENT, DIALECT, API, MODEL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CAMEL);

  @ArchTest
  static final ArchRule onlyCamelHttpTransportKnowsCamelInTransport =
      noClasses()
          .that(resideInAPackage(TRANSPORT))
          .and(not(belongToAnyOf(CamelHttpTransport.class, TransportSettings.class)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CAMEL);

  @ArchTest
  static final ArchRule errorKnowsOneInterfaceOfCamel =
      noClasses()
          .that()
          .resideInAPackage(ERROR)
          .should()
          .dependOnClassesThat(
              resideInAPackage(CAMEL).and(not(belongToAnyOf(HttpResponseAware.class))));

  @ArchTest
  static final ArchRule httpClientStaysInTransport =
      noClasses()
          .that()
          .resideOutsideOfPackage(TRANSPORT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hc..");

  @ArchTest
  static final ArchRule nobodyElseKnowsADialectByName =
      noClasses()
          .that()
          .resideOutsideOfPackage(DIALECT)
          .should()
          .dependOnClassesThat(assignableTo(Dialect.class).and(not(belongToAnyOf(Dialect.class))));

  @ArchTest
  static final ArchRule dialectsDoNotKnowEachOther =
      noClasses()
          .that(
              resideInAPackage(DIALECT)
                  .and(not(belongToAnyOf(Dialects.class)))
                  .and(not(belongToAnyOf(Dialect.class))))
          .should()
          .dependOnClassesThat(belongToAnyOf(Dialects.class));

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Wrapper")
          .orShould()
          .haveSimpleNameEndingWith("Proxy");

  @ArchTest
  static final ArchRule nobodyPrints =
      noClasses()
          .should(ACCESS_STANDARD_STREAMS)
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule onlyTimeSleeps =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".time.Time")
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class);

  private static ArchRule usesOnly(String layer, String... below) {
    return classes()
        .that()
        .resideInAPackage(layer)
        .should()
        .onlyDependOnClassesThat(below(layer, below));
  }

  private static DescribedPredicate<JavaClass> below(String layer, String... below) {
    DescribedPredicate<JavaClass> allowed =
        resideOutsideOfPackage(ROOT + "..").or(resideInAPackage(layer));
    for (String lower : below) {
      allowed = allowed.or(resideInAPackage(lower));
    }
    return allowed;
  }
}
