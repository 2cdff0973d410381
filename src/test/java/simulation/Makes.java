/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import static java.util.Map.entry;
import static ocpp.cp._2015._10.ChargingProfilePurposeType.CHARGE_POINT_MAX_PROFILE;
import static ocpp.cp._2015._10.ChargingProfilePurposeType.TX_DEFAULT_PROFILE;
import static ocpp.cp._2015._10.ChargingProfilePurposeType.TX_PROFILE;

import java.util.Map;
import java.util.function.Supplier;
import ocpp.cp._2015._10.ChargingRateUnitType;

/** How stations of each make misbehave in the field, by the names of the quirk profiles that were written for them. */
final class Makes {

    static final Map<String, Supplier<Manners>> MANNERS = Map.ofEntries(
            entry("ABB Terra AC", () -> Manners.good().takesOnlyLevelZero()),
            entry("ABB Terra DC", () -> Manners.good().takesOnly(ChargingRateUnitType.W)),
            entry("ABL", Manners::good),
            entry("Alfen", () -> Manners.good().takesOnlyLevelZero()),
            entry("Autel", () -> Manners.good().takesOnlyAbsolute()),
            entry("Bender CC612 and CC613", () -> Manners.good().takesOnly(ChargingRateUnitType.A)),
            entry("Compleo and Innogy eBox", Manners::good),
            entry(
                    "Easee",
                    () -> Manners.good()
                            .rejects(TX_PROFILE)
                            .takesOnlyAbsolute()
                            .takesOnlyLevelZero()
                            .bearsWritesADay(25)),
            entry("Etrel", Manners::good),
            entry("EVBox", () -> Manners.good().rejects(CHARGE_POINT_MAX_PROFILE)),
            entry("FoxESS", () -> Manners.good().rejects(TX_PROFILE, TX_DEFAULT_PROFILE, CHARGE_POINT_MAX_PROFILE)),
            entry(
                    "go-e",
                    () -> Manners.good()
                            .ignores(TX_PROFILE)
                            .takesOnly(ChargingRateUnitType.A)
                            .resolves(1000)
                            .givesAllAfterZero()),
            entry("Grizzl-E", () -> Manners.good().ignores(TX_PROFILE, TX_DEFAULT_PROFILE, CHARGE_POINT_MAX_PROFILE)),
            entry("Growatt", Manners::good),
            entry("Hager", Manners::good),
            entry(
                    "Heidelberg and Amperfied connect.business",
                    () -> Manners.good().doesNotSupport(TX_PROFILE, TX_DEFAULT_PROFILE, CHARGE_POINT_MAX_PROFILE)),
            entry("Huawei SCharger", () -> Manners.good().takesOnly(ChargingRateUnitType.W)),
            entry("Huawei SCharger without a vendor", () -> Manners.good().takesOnly(ChargingRateUnitType.W)),
            entry("KEBA", Manners::good),
            entry("Mennekes ACU and Amtron", Manners::good),
            entry("MicroOcpp", () -> Manners.good().rejects(CHARGE_POINT_MAX_PROFILE)),
            entry("NEcharge", () -> Manners.good().resolves(1000)),
            entry("Ocular and BS", Manners::good),
            entry("Phoenix CHARX", () -> Manners.good().appliesADefaultNextTime()),
            entry("Schneider EVlink", () -> Manners.good().takesOnlyLevelZero()),
            entry("Timxon", () -> Manners.good().doesNotSupport(TX_PROFILE, CHARGE_POINT_MAX_PROFILE)),
            entry("Vestel EVC04 and Webasto Unite", Manners::good),
            entry("Wallbe, Weidmüller and EntraTek", Manners::good),
            entry("Wallbox", () -> Manners.good().ignores(TX_PROFILE).takesOnlyLevelZero()),
            entry(
                    "zappi",
                    () -> Manners.good()
                            .rejects(TX_PROFILE, CHARGE_POINT_MAX_PROFILE)
                            .bearsWritesADay(25)),
            entry("Zaptec", () -> Manners.good().takesOnly(ChargingRateUnitType.A)));

    private Makes() {}
}
