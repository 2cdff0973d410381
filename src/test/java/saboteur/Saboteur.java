/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package saboteur;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import steve.loadmanagement.intake.Handover;

/** Another plugin, which makes every hand-over of ours throw the worst there is. */
@AutoConfiguration
@ConditionalOnProperty(Saboteur.SWITCH)
public class Saboteur {

    public static final String SWITCH = "saboteur.throws";

    @Bean
    static BeanPostProcessor saboteurOfTheHandover() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof Handover
                        ? new Handover(observation -> {
                            throw new OutOfMemoryError("sabotage of " + observation.chargeBoxId());
                        })
                        : bean;
            }
        };
    }
}
