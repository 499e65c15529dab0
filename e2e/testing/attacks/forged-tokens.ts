import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignedInPerson } from '../backend/signed-in-person.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Manipulated copies of a real token, each of which must be rejected. `secret` is the pool's signing key. */
export function forgedTokens({ idToken, accessToken }: SignedInPerson, secret: KeyObject) {
  const [head = '', body = '', signature = ''] = idToken.split('.');
  const header = claimsIn(head);
  const claims = claimsIn(body);
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicPem = createPublicKey(secret).export({ type: 'spki', format: 'pem' });
  const jwk = stranger.publicKey.export({ format: 'jwk' });
  const ours = (changes: Claims, headerChanges: Claims = {}) =>
    signed({ ...header, ...headerChanges }, { ...claims, ...changes }, secret);
  const theirs = (headerChanges: Claims) =>
    signed({ ...header, ...headerChanges }, claims, stranger.privateKey);
  const { aud: _aud, ...withoutAudience } = claims;
  const { iss: _iss, ...withoutIssuer } = claims;
  const { token_use: _use, ...withoutUse } = claims;
  const { exp: _exp, ...withoutEnd } = claims;

  return {
    refused: {
      'an empty token': '',
      'the word null': 'null',
      'the word Bearer': 'Bearer',
      'three dots': '...',
      'three parts that are no JSON': 'a.b.c',
      'a password': 'Basic bWlja2V5Om1vdXNl',
      'an access token': accessToken,
      'alg none, unsigned': `${encoded({ ...header, alg: 'none' })}.${body}.`,
      'alg none, without its last dot': `${encoded({ ...header, alg: 'none' })}.${body}`,
      'alg None, with the old signature': `${encoded({ ...header, alg: 'None' })}.${body}.${signature}`,
      'HS256 with the public key for a secret': hmac(
        { ...header, alg: 'HS256' },
        claims,
        publicPem,
      ),
      'RS512 in name only': `${encoded({ ...header, alg: 'RS512' })}.${body}.${signature}`,
      'no alg at all': signed({ kid: header['kid'] }, claims, secret),
      'another key under our kid': theirs({}),
      'another key under its own kid': theirs({ kid: 'stranger' }),
      'another key without a kid': theirs({ kid: undefined }),
      'another key that it brings along': theirs({ kid: 'stranger', jwk }),
      'another key that it links to': theirs({ jku: 'http://127.0.0.1:9/keys.json' }),
      'a kid that is a path': theirs({ kid: '../../../../dev/null' }),
      'a kid that is a statement': theirs({ kid: "' OR '1'='1" }),
      'another pool': ours({ iss: `${String(claims['iss'])}x` }),
      'another issuer': ours({ iss: 'https://accounts.example.com' }),
      'no issuer': signed(header, withoutIssuer, secret),
      'another client': ours({ aud: 'anotherclient' }),
      'no client': signed(header, withoutAudience, secret),
      'another use': ours({ token_use: 'access' }),
      'no use': signed(header, withoutUse, secret),
      'no end': signed(header, withoutEnd, secret),
      'an end that is null': ours({ exp: null }),
      'an end in words': ours({ exp: 'never' }),
      'not valid yet': ours({ nbf: Math.floor(Date.now() / 1000) + 3600 }),
      'another person’s name, unsigned': `${head}.${encoded({ ...claims, 'cognito:username': 'eve' })}.${signature}`,
      'one letter of the signature changed': idToken.replace(/.{8}$/, 'AAAAAAAA'),
      'half of the signature': idToken.slice(0, -80),
      'no signature': `${head}.${body}.`,
      'a fourth part': `${idToken}.${signature}`,
      'the token twice': `${idToken},${idToken}`,
      'a space inside': `${head}. ${body}.${signature}`,
      'four kilobytes of the letter a': 'a'.repeat(4096),
    },
    expired: {
      'expired a minute ago': ours({ exp: Math.floor(Date.now() / 1000) - 60 }),
      'expired in 1970': ours({ exp: 1 }),
    },
    /** Correctly signed and valid, but without a username. */
    nameless: {
      'no username': ours({ 'cognito:username': undefined }),
      'an empty username': ours({ 'cognito:username': '' }),
    },
  } as const;
}

/** The signing key of the local user pool, read from its state file. No attacker has it. */
export function poolKey(folder: string): KeyObject {
  const state = JSON.parse(readFileSync(join(folder, 'state/accounts.json'), 'utf8')) as {
    signingKey: string;
  };
  return createPrivateKey(state.signingKey);
}

function signed(header: Claims, claims: Claims, key: KeyObject): string {
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

function hmac(header: Claims, claims: Claims, secret: string | Buffer): string {
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

function encoded(json: Claims): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

function claimsIn(part: string): Claims {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
}
