// SPDX-License-Identifier: Apache-2.0
/**
 * The requests and responses of the control interface, as JSON. The platform writes these records and the commands read
 * them; {@code highlands status --json} prints them. A component that is an {@link java.util.Optional} is left out of the
 * JSON when it is empty; every other one is required.
 */
package io.highlands.local.control.message;
