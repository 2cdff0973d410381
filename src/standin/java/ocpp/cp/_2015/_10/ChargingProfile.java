/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cp._2015._10;

import org.joda.time.DateTime;

/** The ChargingProfile type of OCPP 1.6, under SteVe's name. */
public class ChargingProfile {

    private Integer chargingProfileId;
    private Integer transactionId;
    private Integer stackLevel;
    private ChargingProfilePurposeType chargingProfilePurpose;
    private ChargingProfileKindType chargingProfileKind;
    private RecurrencyKindType recurrencyKind;
    private DateTime validFrom;
    private DateTime validTo;
    private ChargingSchedule chargingSchedule;

    public Integer getChargingProfileId() {
        return chargingProfileId;
    }

    public boolean isSetChargingProfileId() {
        return chargingProfileId != null;
    }

    public ChargingProfile withChargingProfileId(Integer value) {
        this.chargingProfileId = value;
        return this;
    }

    public Integer getTransactionId() {
        return transactionId;
    }

    public boolean isSetTransactionId() {
        return transactionId != null;
    }

    public ChargingProfile withTransactionId(Integer value) {
        this.transactionId = value;
        return this;
    }

    public Integer getStackLevel() {
        return stackLevel;
    }

    public boolean isSetStackLevel() {
        return stackLevel != null;
    }

    public ChargingProfile withStackLevel(Integer value) {
        this.stackLevel = value;
        return this;
    }

    public ChargingProfilePurposeType getChargingProfilePurpose() {
        return chargingProfilePurpose;
    }

    public boolean isSetChargingProfilePurpose() {
        return chargingProfilePurpose != null;
    }

    public ChargingProfile withChargingProfilePurpose(ChargingProfilePurposeType value) {
        this.chargingProfilePurpose = value;
        return this;
    }

    public ChargingProfileKindType getChargingProfileKind() {
        return chargingProfileKind;
    }

    public boolean isSetChargingProfileKind() {
        return chargingProfileKind != null;
    }

    public ChargingProfile withChargingProfileKind(ChargingProfileKindType value) {
        this.chargingProfileKind = value;
        return this;
    }

    public RecurrencyKindType getRecurrencyKind() {
        return recurrencyKind;
    }

    public boolean isSetRecurrencyKind() {
        return recurrencyKind != null;
    }

    public ChargingProfile withRecurrencyKind(RecurrencyKindType value) {
        this.recurrencyKind = value;
        return this;
    }

    public DateTime getValidFrom() {
        return validFrom;
    }

    public boolean isSetValidFrom() {
        return validFrom != null;
    }

    public ChargingProfile withValidFrom(DateTime value) {
        this.validFrom = value;
        return this;
    }

    public DateTime getValidTo() {
        return validTo;
    }

    public boolean isSetValidTo() {
        return validTo != null;
    }

    public ChargingProfile withValidTo(DateTime value) {
        this.validTo = value;
        return this;
    }

    public ChargingSchedule getChargingSchedule() {
        return chargingSchedule;
    }

    public boolean isSetChargingSchedule() {
        return chargingSchedule != null;
    }

    public ChargingProfile withChargingSchedule(ChargingSchedule value) {
        this.chargingSchedule = value;
        return this;
    }
}
