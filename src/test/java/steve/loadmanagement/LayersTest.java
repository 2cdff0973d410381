/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The rooms of the house, and which may know which. */
@AnalyzeClasses(
        packages = {"steve.loadmanagement", "standin", "de.rwth.idsg.steve"},
        importOptions = DoNotIncludeTests.class)
class LayersTest {

    private static final String[] PURE = {
        "steve.loadmanagement.unit..",
        "steve.loadmanagement.metering..",
        "steve.loadmanagement.quirk..",
        "steve.loadmanagement.commissioning..",
        "steve.loadmanagement.site..",
        "steve.loadmanagement.fact..",
        "steve.loadmanagement.capacity..",
        "steve.loadmanagement.demand..",
        "steve.loadmanagement.allocation..",
        "steve.loadmanagement.ledger.."
    };

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWNWARDS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("steve.loadmanagement..")
            .layer("wiring")
            .definedBy("steve.loadmanagement")
            .layer("install")
            .definedBy("steve.loadmanagement.install..")
            .layer("web")
            .definedBy("steve.loadmanagement.web..")
            .layer("intake")
            .definedBy("steve.loadmanagement.intake..")
            .layer("dispatch")
            .definedBy("steve.loadmanagement.dispatch..")
            .layer("store")
            .definedBy("steve.loadmanagement.store..")
            .layer("history")
            .definedBy("steve.loadmanagement.history..")
            .layer("meter")
            .definedBy("steve.loadmanagement.meter..")
            .layer("replay")
            .definedBy("steve.loadmanagement.replay..")
            .layer("control")
            .definedBy("steve.loadmanagement.control..")
            .layer("ledger")
            .definedBy("steve.loadmanagement.ledger..")
            .layer("allocation")
            .definedBy("steve.loadmanagement.allocation..")
            .layer("capacity")
            .definedBy("steve.loadmanagement.capacity..")
            .layer("demand")
            .definedBy("steve.loadmanagement.demand..")
            .layer("fact")
            .definedBy("steve.loadmanagement.fact..")
            .layer("site")
            .definedBy("steve.loadmanagement.site..")
            .layer("commissioning")
            .definedBy("steve.loadmanagement.commissioning..")
            .layer("quirk")
            .definedBy("steve.loadmanagement.quirk..")
            .layer("metering")
            .definedBy("steve.loadmanagement.metering..")
            .layer("unit")
            .definedBy("steve.loadmanagement.unit..")
            .whereLayer("wiring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("install")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("install")
            .mayNotAccessAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("dispatch")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("wiring", "web", "store", "dispatch")
            .whereLayer("meter")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("replay")
            .mayOnlyBeAccessedByLayers("wiring", "web", "history")
            .whereLayer("control")
            .mayOnlyBeAccessedByLayers("wiring", "web", "intake", "dispatch", "meter", "store", "history")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("wiring", "web", "dispatch", "store", "history", "control")
            .whereLayer("allocation")
            .mayOnlyBeAccessedByLayers("wiring", "web", "history", "replay", "control", "ledger")
            .whereLayer("capacity")
            .mayOnlyBeAccessedByLayers(
                    "wiring", "web", "meter", "store", "history", "replay", "control", "ledger", "allocation")
            .whereLayer("demand")
            .mayOnlyBeAccessedByLayers("web", "store", "history", "replay", "control", "ledger", "allocation");

    @ArchTest
    static final ArchRule THERE_IS_NO_CIRCLE =
            slices().matching("steve.loadmanagement.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "org.jspecify..",
                    "steve.loadmanagement..");

    @ArchTest
    static final ArchRule TIME_COMES_IN = noClasses()
            .that()
            .resideInAPackage("steve.loadmanagement..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_CLOCK_AND_NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.Clock|java\\.util\\.Random.*|java\\.util\\.concurrent\\..*");

    @ArchTest
    static final ArchRule ONLY_THE_SEAM_KNOWS_STEVE = noClasses()
            .that()
            .resideInAPackage("steve.loadmanagement..")
            .and()
            .resideOutsideOfPackages(
                    "steve.loadmanagement", "steve.loadmanagement.intake..", "steve.loadmanagement.dispatch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.rwth.idsg..", "ocpp..", "org.joda..");

    @ArchTest
    static final ArchRule THE_STAND_IN_KNOWS_NOTHING_OF_THE_PLUGIN = noClasses()
            .that()
            .resideInAnyPackage("standin..", "de.rwth..", "ocpp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("steve.loadmanagement..");

    @ArchTest
    static final ArchRule THE_PLUGIN_KNOWS_NOTHING_OF_THE_STAND_INS_MACHINERY = noClasses()
            .that()
            .resideInAPackage("steve.loadmanagement..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("standin..", "eu.chargetime..", "ch.vorburger..");
}
