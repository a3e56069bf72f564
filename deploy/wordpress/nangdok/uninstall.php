<?php
/**
 * Forgets the settings.
 *
 * @package Nangdok
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'nangdok_settings' );
