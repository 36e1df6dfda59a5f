// SPDX-License-Identifier: Apache-2.0
/** The frame of the console: who may ask, which section answers, and what stands around every page. */
package io.highlands.local.console.web;
