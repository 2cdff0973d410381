/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.quirk.QuirkProfile.Line;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.store.QuirkYaml;

/** Which quirk profile is for whom, and what follows from it. */
class QuirkProfilesTest {

    private static final QuirkProfiles SHIPPED = QuirkProfiles.of(QuirkYaml.shipped(), List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ABB                  | TAC11               | 1.8.21 | ABB Terra AC",
                "ABB                  | Terra 184 DC        | -      | ABB Terra DC",
                "Alfen BV             | NG910-60023         | 6.5.0  | Alfen",
                "EV-BOX               | G4E-WBW-M7500E      | -      | EVBox",
                "united chargers      | GRS-*               | 05.43  | Grizzl-E",
                "AMPERFIED            | connect.business    | -      | Heidelberg and Amperfied connect.business",
                "-                    | ACChargePoint       | -      | Huawei SCharger without a vendor",
                "Webasto              | Unite               | -      | Vestel EVC04 and Webasto Unite",
                "AB070                | F2ME.EPROSE01TXX    | 2.9.3  | -",
                "-                    | -                   | -      | -",
            })
    void matchesAsAPersonWould(
            @Nullable String vendor, @Nullable String model, @Nullable String firmware, @Nullable String expected) {
        QuirkProfile profile = SHIPPED.of(new StationIdentity(vendor, model, firmware));
        assertThat(profile == null ? null : profile.name()).isEqualTo(expected);
    }

    @Test
    void everyLineThatIsShippedHasItsSource() {
        assertThat(SHIPPED.all()).hasSizeGreaterThanOrEqualTo(29).allSatisfy(profile -> {
            assertThat(profile.lines()).isNotEmpty();
            assertThat(profile.lines().values())
                    .allSatisfy(line -> assertThat(line.source()).isNotBlank());
        });
    }

    @Test
    void anOperatorsCopyTakesThePlaceOfTheShippedOne() {
        QuirkProfile copy = new QuirkProfile(
                "Easee", new Match("easee", null, null), false, Map.of(Quirk.WRITES_A_DAY, new Line("40", "by hand")));
        QuirkProfiles profiles = QuirkProfiles.of(QuirkYaml.shipped(), List.of(copy));
        assertThat(profiles.of(new StationIdentity("Easee", null, null))).isEqualTo(copy);
        assertThat(profiles.all()).hasSameSizeAs(SHIPPED.all());
    }

    @Test
    void aProfileForAFirmwareComesBeforeOneForTheVendor() {
        QuirkProfile special = new QuirkProfile("Wallbox 5", new Match("wallbox", null, "^5\\."), false, Map.of());
        QuirkProfiles profiles = QuirkProfiles.of(QuirkYaml.shipped(), List.of(special));
        assertThat(profiles.of(new StationIdentity("Wallbox", "Pulsar", "5.17")))
                .isEqualTo(special);
        assertThat(profiles.of(new StationIdentity("Wallbox", "Pulsar", "4.9"))).isNotEqualTo(special);
    }

    @Test
    void whatAProfileSaysIsWhatTheLedgerGoesBy() {
        StationTraits easee =
                Fit.of(SHIPPED.named("Easee"), Capabilities.UNKNOWN).traits();
        assertThat(easee.purposes()).containsExactly(ProfilePurpose.DEFAULT, ProfilePurpose.STATION);
        assertThat(easee.writesADay()).isEqualTo(25);
    }

    @Test
    void aStationWithoutAProfileIsAsUsual() {
        assertThat(Fit.STANDARD.traits()).isEqualTo(StationTraits.STANDARD);
        assertThat(Fit.STANDARD.controllable()).isTrue();
    }

    @Test
    void aValueThatCannotBeIsRefusedWithThoseThatCan() {
        assertThatThrownBy(() -> new QuirkProfile(
                        "x", new Match("x", null, null), false, Map.of(Quirk.PERIODS, new Line("0", "by hand"))))
                .hasMessage("periods is a whole number from 1 to 1000, not 0");
        assertThatThrownBy(() -> QuirkYaml.read("- {profile: x, vendor: '[', quirks: {}}", false))
                .hasMessageStartingWith("x: vendor is no pattern");
        assertThatThrownBy(() -> QuirkYaml.read("- {profile: x, quirks: {wrong: {is: a, source: b}}}", false))
                .hasMessage("x: there is no quirk wrong");
    }
}
