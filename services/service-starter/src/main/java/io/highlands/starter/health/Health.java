// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.health;

/**
 * The body of {@code /health}.
 *
 * @param status Healthy, Starting or Draining
 */
record Health(String status) {}
