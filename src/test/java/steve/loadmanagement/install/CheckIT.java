/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An operator asks whether it fits, and what exactly does not. */
class CheckIT extends InstallScene {

    private static UnaryOperator<byte[]> without(String method) {
        return transformed(ClassTransform.dropping(element ->
                element instanceof MethodModel model && model.methodName().equalsString(method)));
    }

    private static UnaryOperator<byte[]> transformed(ClassTransform transform) {
        return bytes -> ClassFile.of().transformClass(ClassFile.of().parse(bytes), transform);
    }

    @Test
    void aWarThatHasEverythingFits() {
        Said said = run("check", war);
        assertThat(said.out())
                .contains("SteVe 3.14.1 for MariaDB")
                .contains("0 missing")
                .contains("not inside")
                .endsWith("It fits." + System.lineSeparator());
        assertThat(said.exitCode()).isZero();
        assertThat(said.err()).isEmpty();
    }

    @Test
    void whatIsMissingIsListedExactly() {
        Path other = TestWar.whole()
                .remove("WEB-INF/classes/de/rwth/idsg/steve/service/notification/OcppStationBooted.class")
                .change("de/rwth/idsg/steve/service/ChargePointService", without("getChargePointsWithIds"))
                .change(
                        "de/rwth/idsg/steve/ocpp/OcppVersion",
                        transformed(ClassTransform.dropping(
                                element -> element instanceof java.lang.classfile.FieldModel field
                                        && field.fieldName().equalsString("V_16"))))
                .change("de/rwth/idsg/steve/ocpp/task/SetChargingProfileTaskAdhoc", without(ConstantDescs.INIT_NAME))
                .zipped(folder.resolve("other.war"));
        byte[] before = bytes(other);
        Said said = run("check", other);
        assertThat(said.out().lines().filter(line -> line.startsWith("  missing: ")))
                .hasSize(4)
                .anyMatch(line -> line.contains("class de.rwth.idsg.steve.service.notification.OcppStationBooted")
                        && line.contains("used by steve.loadmanagement.intake.StationEvents"))
                .anyMatch(line -> line.contains("method de.rwth.idsg.steve.service.ChargePointService"
                        + ".getChargePointsWithIds(OcppVersion,List) returning List"))
                .anyMatch(line -> line.contains("field de.rwth.idsg.steve.ocpp.OcppVersion.V_16 of type OcppVersion"))
                .anyMatch(line -> line.contains("constructor de.rwth.idsg.steve.ocpp.task.SetChargingProfileTaskAdhoc("
                        + "MultipleChargePointSelect,SetChargingProfileRequest)"));
        assertThat(said.exitCode()).isEqualTo(1);

        Said refused = run("install", other);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("Nothing was changed");
        assertThat(bytes(other)).isEqualTo(before);
        assertThat(files()).containsExactly("other.war", "steve.war");
    }

    @Test
    void aMethodThatBecamePrivateIsMissing() {
        Path other = TestWar.whole()
                .change(
                        "de/rwth/idsg/steve/service/ChargePointService",
                        transformed(ClassTransform.transformingMethods(
                                method -> method.methodName().equalsString("getChargeBoxIds"), (builder, element) -> {
                                    if (element instanceof AccessFlags) {
                                        builder.withFlags(ClassFile.ACC_PRIVATE);
                                    } else {
                                        builder.with(element);
                                    }
                                })))
                .zipped(folder.resolve("other.war"));
        assertThat(run("check", other).out())
                .contains("missing: method de.rwth.idsg.steve.service.ChargePointService.getChargeBoxIds()");
    }

    @Test
    void anInterfaceThatAsksForMoreIsFound() {
        Path other = TestWar.whole()
                .change(
                        "de/rwth/idsg/steve/ocpp/OcppCallback",
                        transformed(ClassTransform.endHandler(builder -> builder.withMethod(
                                "cancelled",
                                MethodTypeDesc.of(ConstantDescs.CD_void),
                                ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT,
                                _ -> {}))))
                .zipped(folder.resolve("other.war"));
        assertThat(run("check", other).out())
                .contains("missing: implementation of method de.rwth.idsg.steve.ocpp.OcppCallback.cancelled()")
                .contains("used by steve.loadmanagement.dispatch.Landing");
    }

    @Test
    void anOldSteveIsRefused() {
        Path old = TestWar.whole()
                .put(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nImplementation-Version: 3.12.0\n\n".getBytes(StandardCharsets.UTF_8))
                .zipped(folder.resolve("old.war"));
        Said said = run("check", old);
        assertThat(said.out()).contains("SteVe 3.12.0 is too old: 3.14.0 or later is needed");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void theFolderOfTheWarIsEnough() {
        assertThat(run("check", folder).exitCode()).isZero();
        TestWar.whole().zipped(folder.resolve("second.war"));
        assertThat(run("check", folder).err()).contains("several wars");
    }
}
