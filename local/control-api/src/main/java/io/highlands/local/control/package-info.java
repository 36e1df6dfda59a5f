// SPDX-License-Identifier: Apache-2.0
/**
 * The one {@code local} process: its lock on the state folder, the platform that it runs, and the HTTP interface through
 * which the command line finds and steers it.
 */
package io.highlands.local.control;
