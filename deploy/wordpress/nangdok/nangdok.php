<?php
/**
 * Plugin Name:       Nangdok
 * Description:       Lets visitors listen to your posts, every speaker with a voice of their own, from your own Nangdok service.
 * Version:           1.0.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       nangdok
 *
 * @package Nangdok
 */

defined( 'ABSPATH' ) || exit;

const NANGDOK_OPTION = 'nangdok_settings';

/**
 * The settings, each with its usual value.
 *
 * @return array{service:string,posts:string,key:string,download:string,floating:string}
 */
function nangdok_settings() {
	$usual = array(
		'service'  => '',
		'posts'    => '1',
		'key'      => '',
		'download' => '',
		'floating' => '1',
	);
	return array_merge( $usual, (array) get_option( NANGDOK_OPTION, array() ) );
}

/**
 * What an administrator may have entered, made safe.
 *
 * @param mixed $given The form's values.
 * @return array<string,string>
 */
function nangdok_sanitize( $given ) {
	$given   = is_array( $given ) ? $given : array();
	$service = isset( $given['service'] ) ? untrailingslashit( esc_url_raw( trim( (string) $given['service'] ), array( 'http', 'https' ) ) ) : '';
	$key     = isset( $given['key'] ) ? trim( (string) $given['key'] ) : '';
	if ( '' !== $key && ! preg_match( '/^nk_[A-Za-z0-9_-]{1,200}$/', $key ) ) {
		add_settings_error( NANGDOK_OPTION, 'nangdok_key', __( 'A key begins with nk_ and has letters, digits, - and _ only.', 'nangdok' ) );
		$key = '';
	}
	return array(
		'service'  => $service,
		'key'      => $key,
		'posts'    => empty( $given['posts'] ) ? '' : '1',
		'download' => empty( $given['download'] ) ? '' : '1',
		'floating' => empty( $given['floating'] ) ? '' : '1',
	);
}

/**
 * The player's element.
 *
 * @param string $address Of a reading or an article; empty for the post that it stands in.
 * @return string
 */
function nangdok_player( $address = '' ) {
	$settings = nangdok_settings();
	if ( '' === $settings['service'] ) {
		return '';
	}
	wp_enqueue_script_module( 'nangdok', $settings['service'] . '/embed.js', array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the service names its own version.
	$attributes = '' === $address ? ' data-article="page"' : ' src="' . esc_url( $address ) . '"';
	if ( '' !== $settings['key'] ) {
		$attributes .= ' embed-key="' . esc_attr( $settings['key'] ) . '"';
	}
	if ( '' !== $settings['download'] ) {
		$attributes .= ' download';
	}
	if ( '' === $settings['floating'] ) {
		$attributes .= ' floating="off"';
	}
	$where = '' === $address ? $settings['service'] . '/listen?url=' . rawurlencode( (string) get_permalink() ) : $address;
	return '<nangdok-player' . $attributes . '><a href="' . esc_url( $where ) . '">' . esc_html__( 'Listen to this article', 'nangdok' ) . '</a></nangdok-player>';
}

/**
 * [nangdok] or [nangdok src="https://…"].
 *
 * @param array<string,string>|string $attributes Of the shortcode.
 * @return string
 */
function nangdok_shortcode( $attributes ) {
	$attributes = shortcode_atts( array( 'src' => '' ), is_array( $attributes ) ? $attributes : array(), 'nangdok' );
	return nangdok_player( esc_url_raw( $attributes['src'], array( 'http', 'https' ) ) );
}

/**
 * Puts the player before each post, unless the post has one.
 *
 * @param string $content The post's.
 * @return string
 */
function nangdok_content( $content ) {
	$settings = nangdok_settings();
	$wanted   = '' !== $settings['posts'] && is_singular( 'post' ) && in_the_loop() && is_main_query();
	if ( ! $wanted || post_password_required() || has_shortcode( $content, 'nangdok' ) || false !== strpos( $content, '<nangdok-player' ) ) {
		return $content;
	}
	return nangdok_player() . $content;
}

/** Shortcode, and addresses of readings that become players by themselves. */
function nangdok_init() {
	add_shortcode( 'nangdok', 'nangdok_shortcode' );
	$settings = nangdok_settings();
	if ( '' !== $settings['service'] ) {
		wp_oembed_add_provider( $settings['service'] . '/r/*', $settings['service'] . '/oembed', false );
	}
}

/** The settings and their fields. */
function nangdok_admin_init() {
	register_setting(
		'nangdok',
		NANGDOK_OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => 'nangdok_sanitize',
			'default'           => array(),
		)
	);
	add_settings_section( 'nangdok_main', '', '__return_false', 'nangdok' );
	$fields = array(
		'service'  => array( 'url', __( 'Address of your Nangdok service', 'nangdok' ) ),
		'key'      => array( 'text', __( 'Key of your pages, where the service wants one', 'nangdok' ) ),
		'posts'    => array( 'checkbox', __( 'Show the player before every post', 'nangdok' ) ),
		'download' => array( 'checkbox', __( 'Offer the audio as a download', 'nangdok' ) ),
		'floating' => array( 'checkbox', __( 'Keep the player in sight while it plays', 'nangdok' ) ),
	);
	foreach ( $fields as $name => $field ) {
		add_settings_field(
			'nangdok_' . $name,
			$field[1],
			'nangdok_field',
			'nangdok',
			'nangdok_main',
			array(
				'name'      => $name,
				'type'      => $field[0],
				'label_for' => 'nangdok_' . $name,
			)
		);
	}
}

/**
 * One field of the settings.
 *
 * @param array{name:string,type:string} $field Its name and type.
 */
function nangdok_field( $field ) {
	$settings = nangdok_settings();
	$value    = $settings[ $field['name'] ];
	$name     = NANGDOK_OPTION . '[' . $field['name'] . ']';
	if ( 'checkbox' === $field['type'] ) {
		printf( '<input type="checkbox" id="nangdok_%1$s" name="%2$s" value="1" %3$s>', esc_attr( $field['name'] ), esc_attr( $name ), checked( $value, '1', false ) );
		return;
	}
	printf( '<input type="%1$s" class="regular-text" id="nangdok_%2$s" name="%3$s" value="%4$s">', esc_attr( $field['type'] ), esc_attr( $field['name'] ), esc_attr( $name ), esc_attr( $value ) );
}

/** The page of the settings. */
function nangdok_menu() {
	add_options_page( __( 'Nangdok', 'nangdok' ), __( 'Nangdok', 'nangdok' ), 'manage_options', 'nangdok', 'nangdok_page' );
}

/** Shows the settings. */
function nangdok_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( 'nangdok' );
	do_settings_sections( 'nangdok' );
	submit_button();
	echo '</form></div>';
}

add_action( 'init', 'nangdok_init' );
add_action( 'admin_init', 'nangdok_admin_init' );
add_action( 'admin_menu', 'nangdok_menu' );
add_filter( 'the_content', 'nangdok_content' );
