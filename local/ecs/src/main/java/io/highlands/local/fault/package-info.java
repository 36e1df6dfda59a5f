// SPDX-License-Identifier: Apache-2.0
/**
 * Faults that are injected from outside the services: their words, and which are injected now. What each does to the
 * running platform is in {@code fault.effects}.
 */
package io.highlands.local.fault;
