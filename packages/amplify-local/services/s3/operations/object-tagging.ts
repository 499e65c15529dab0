import { findObject } from './find-object.ts';
import { versionHeader } from './object-headers.ts';
import { onVersion, type Operation } from './operation.ts';
import { checkedTags } from '../protocol/read-description.ts';
import { readXml } from '../protocol/xml-body.ts';
import { xmlResponse } from '../protocol/xml-response.ts';

const parameters = ['versionId'];

export const getTagging: Operation = {
  parameters,
  actions: onVersion('GetObjectTagging', 'GetObjectVersionTagging'),
  run(call, storage) {
    const version = findObject(call, storage);
    const tags = Object.entries(version.description.tags);
    const response = xmlResponse('Tagging', {
      TagSet: { Tag: tags.map(([Key, Value]) => ({ Key, Value })) },
    });
    return {
      ...response,
      headers: { ...response.headers, ...versionHeader(call.bucket, version) },
    };
  },
};

export const putTagging: Operation = {
  parameters,
  actions: onVersion('PutObjectTagging', 'PutObjectVersionTagging'),
  async run(call, storage) {
    const body = await readXml(call.request, 'Tagging');
    const tags = body
      .child('TagSet')
      .all('Tag')
      .map((it) => [it.requiredText('Key'), it.requiredText('Value')] as const);
    const version = findObject(call, storage);
    const description = { ...version.description, tags: checkedTags(tags) };
    storage.store.describe(call.bucket.name, version, description, 'ObjectTagging:Put');
    return { status: 200, headers: versionHeader(call.bucket, version) };
  },
};

export const deleteTagging: Operation = {
  parameters,
  actions: onVersion('DeleteObjectTagging', 'DeleteObjectVersionTagging'),
  run(call, storage) {
    const version = findObject(call, storage);
    const description = { ...version.description, tags: {} };
    storage.store.describe(call.bucket.name, version, description, 'ObjectTagging:Delete');
    return { status: 204, headers: versionHeader(call.bucket, version) };
  },
};
