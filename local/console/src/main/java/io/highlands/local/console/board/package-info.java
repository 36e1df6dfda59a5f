// SPDX-License-Identifier: Apache-2.0
/** Dashboards drawn from their bodies: the grid on the server, lines over time in the browser, everything else as HTML. */
package io.highlands.local.console.board;
