/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cs._2015._10;

import de.rwth.idsg.ocpp.jaxb.ResponseType;
import org.joda.time.DateTime;

/** The BootNotification response of OCPP 1.6, under SteVe's name. */
public class BootNotificationResponse implements ResponseType {

    private RegistrationStatus status;
    private DateTime currentTime;
    private Integer interval;

    public RegistrationStatus getStatus() {
        return status;
    }

    public boolean isSetStatus() {
        return status != null;
    }

    public BootNotificationResponse withStatus(RegistrationStatus value) {
        this.status = value;
        return this;
    }

    public DateTime getCurrentTime() {
        return currentTime;
    }

    public boolean isSetCurrentTime() {
        return currentTime != null;
    }

    public BootNotificationResponse withCurrentTime(DateTime value) {
        this.currentTime = value;
        return this;
    }

    public Integer getInterval() {
        return interval;
    }

    public boolean isSetInterval() {
        return interval != null;
    }

    public BootNotificationResponse withInterval(Integer value) {
        this.interval = value;
        return this;
    }
}
