/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cs._2015._10;

import de.rwth.idsg.ocpp.jaxb.RequestType;

/** The BootNotification request of OCPP 1.6, under SteVe's name. */
public class BootNotificationRequest implements RequestType {

    private String chargePointVendor;
    private String chargePointModel;
    private String chargePointSerialNumber;
    private String chargeBoxSerialNumber;
    private String firmwareVersion;
    private String iccid;
    private String imsi;
    private String meterType;
    private String meterSerialNumber;

    public String getChargePointVendor() {
        return chargePointVendor;
    }

    public boolean isSetChargePointVendor() {
        return chargePointVendor != null;
    }

    public BootNotificationRequest withChargePointVendor(String value) {
        this.chargePointVendor = value;
        return this;
    }

    public String getChargePointModel() {
        return chargePointModel;
    }

    public boolean isSetChargePointModel() {
        return chargePointModel != null;
    }

    public BootNotificationRequest withChargePointModel(String value) {
        this.chargePointModel = value;
        return this;
    }

    public String getChargePointSerialNumber() {
        return chargePointSerialNumber;
    }

    public boolean isSetChargePointSerialNumber() {
        return chargePointSerialNumber != null;
    }

    public BootNotificationRequest withChargePointSerialNumber(String value) {
        this.chargePointSerialNumber = value;
        return this;
    }

    public String getChargeBoxSerialNumber() {
        return chargeBoxSerialNumber;
    }

    public boolean isSetChargeBoxSerialNumber() {
        return chargeBoxSerialNumber != null;
    }

    public BootNotificationRequest withChargeBoxSerialNumber(String value) {
        this.chargeBoxSerialNumber = value;
        return this;
    }

    public String getFirmwareVersion() {
        return firmwareVersion;
    }

    public boolean isSetFirmwareVersion() {
        return firmwareVersion != null;
    }

    public BootNotificationRequest withFirmwareVersion(String value) {
        this.firmwareVersion = value;
        return this;
    }

    public String getIccid() {
        return iccid;
    }

    public boolean isSetIccid() {
        return iccid != null;
    }

    public BootNotificationRequest withIccid(String value) {
        this.iccid = value;
        return this;
    }

    public String getImsi() {
        return imsi;
    }

    public boolean isSetImsi() {
        return imsi != null;
    }

    public BootNotificationRequest withImsi(String value) {
        this.imsi = value;
        return this;
    }

    public String getMeterType() {
        return meterType;
    }

    public boolean isSetMeterType() {
        return meterType != null;
    }

    public BootNotificationRequest withMeterType(String value) {
        this.meterType = value;
        return this;
    }

    public String getMeterSerialNumber() {
        return meterSerialNumber;
    }

    public boolean isSetMeterSerialNumber() {
        return meterSerialNumber != null;
    }

    public BootNotificationRequest withMeterSerialNumber(String value) {
        this.meterSerialNumber = value;
        return this;
    }
}
