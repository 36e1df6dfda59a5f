// SPDX-License-Identifier: Apache-2.0
/** The project's own measurements: each prints the figures that the READMEs state, with the way they were taken. */
package io.highlands.local.bench;
