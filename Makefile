# Short names for Maven commands; CONTRIBUTING.md says when to use which.

MVN ?= mvn
COMPONENT := camel-ark-component
GENERATED := $(COMPONENT)/src/generated

.DEFAULT_GOAL := help
.PHONY: help build quick test fmt check full nightly generate docs pictures run scan benchmarks soak boot compatibility command-line it

help: ## list these targets
	@sed -n 's/^\([a-z-]*\): ## /\1 - /p' $(MAKEFILE_LIST)

build: ## compile and pack everything, without tests
	$(MVN) -q package -DskipTests

quick: ## the component's tests without fuzzing and coverage
	$(MVN) test -pl $(COMPONENT) -am -Djacoco.skip -DexcludedGroups='full | fuzz'

test: ## run the tests
	$(MVN) test

fmt: ## format the code
	$(MVN) -q spotless:apply

check: ## everything to check before a commit: tests, formatting, jar, generated files
	$(MVN) verify

full: ## the tests that take long, and no others
	$(MVN) verify -Pfull

nightly: ## 200,000 replies that no service would send
	$(MVN) -q -Pnightly -pl $(COMPONENT) -am test -Djacoco.skip -Dtest='*FuzzTest' -Dsurefire.failIfNoSpecifiedTests=false
	@cat $(COMPONENT)/target/fuzz/*.md

generate: ## generate src/generated of the component anew
	rm -rf $(COMPONENT)/target/classes $(COMPONENT)/target/generated-by-build $(GENERATED)
	$(MVN) -q -pl $(COMPONENT) -am process-classes -Dgenerated.dir=src/generated
	$(MVN) -q -pl camel-ark-starter -am process-test-classes exec:java@starter-properties -Dcomponent.tests.skip

docs: ## write docs/options.md and docs/headers.md from src/generated
	$(MVN) -q -pl $(COMPONENT) -am process-test-classes exec:java@option-tables

scan: ## list a million files by the consumer and by a bare loop, and compare
	$(MVN) -q compile exec:exec -pl camel-ark-benchmarks -am $(ARGS)

benchmarks: ## measure speed beside the alternatives, and write docs/benchmarks; JAVA_25_HOME names a JDK 25
	$(MVN) -q compile exec:exec@benchmarks -pl camel-ark-benchmarks -am $(ARGS)

soak: ## half an hour of calls to a server that does everything wrong: heap and threads stay flat
	$(MVN) -q test -pl camel-ark-soak -am -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip -Dtest.jvm= -Dsoak.output.to.file=false -Dsoak.minutes=30 -Dsoak.rate=200 $(ARGS)

boot: ## start the starter's jar on other versions of Spring Boot and Camel
	$(MVN) package -P boot-4.1 -pl camel-ark-starter/compatibility -am -Dtest=StarterOnAnotherBootTest -Dsurefire.failIfNoSpecifiedTests=false
	$(MVN) package -P boot-3.5 -pl camel-ark-starter/compatibility -am -Dtest=StarterOnAnotherBootTest -Dsurefire.failIfNoSpecifiedTests=false

pictures: ## draw the routes in docs/pictures anew
	$(MVN) -q test -Dpictures.write=true -Dtest='*PictureTest' -Dsurefire.failIfNoSpecifiedTests=false

compatibility: ## the component's own tests on Camel 4.14 and 4.22, and on the JDK 25 of JAVA_25_HOME
	$(MVN) package -DskipTests -P camel-4.14 -pl camel-ark-component/compatibility -am
	$(MVN) package -DskipTests -P camel-4.22 -pl camel-ark-component/compatibility -am
	$(MVN) package -DskipTests -P jdk-25 -pl camel-ark-component/compatibility -am

command-line: ## run three routes by the Camel command line
	$(MVN) verify -DskipTests -P command-line -pl camel-ark-examples/command-line -am

it: ## the pipelines at full size and the service's real limit; takes hours
	$(MVN) verify -Pfull -Dpipeline.size=full -pl camel-ark-examples/jms,camel-ark-examples/kafka,camel-ark-examples/cluster -am -Dtest='DisturbancesTest,*ModeTest' -Dsurefire.failIfNoSpecifiedTests=false

run: ## run the examples against the simulator
	$(MVN) -q compile exec:java -pl camel-ark-examples -am
