// SPDX-License-Identifier: Apache-2.0
/** From what a protocol said to spans in one model, with their limits, counted on the way. */
package io.highlands.local.intake.batch;
