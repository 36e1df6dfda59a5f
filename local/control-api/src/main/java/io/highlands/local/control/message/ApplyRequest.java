// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The body of {@code POST /apply}, which deploys changed templates and images to the running platform.
 *
 * @param assembly the folder of the cloud assembly, as an absolute path
 * @param sideBySide whether the changed services are deployed concurrently instead of one after another
 */
public record ApplyRequest(String assembly, boolean sideBySide) {}
