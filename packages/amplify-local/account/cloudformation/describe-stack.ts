import { members, type Content } from '../../machine/xml.ts';
import type { ResourceRecord, StackEvent, StackRecord } from './stack-records.ts';

/** A stack as DescribeStacks returns it. */
export function describeStack(stack: StackRecord): Content {
  return {
    StackId: stack.id,
    StackName: stack.name,
    StackStatus: stack.status,
    StackStatusReason: stack.reason,
    CreationTime: new Date(stack.createdAt),
    LastUpdatedTime: dateOf(stack.updatedAt),
    DeletionTime: dateOf(stack.deletedAt),
    RollbackConfiguration: {},
    DisableRollback: false,
    NotificationARNs: '',
    Capabilities: members(['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND']),
    EnableTerminationProtection: false,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    Tags: members(Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value }))),
    Outputs: members(
      Object.entries(stack.outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
    ),
  };
}

/** Its events, newest first. */
export function describeEvents(stack: StackRecord): Content {
  return members(stack.events.toReversed().map((event) => describeEvent(stack, event)));
}

export function describeResources(stack: StackRecord): Content {
  return members(Object.entries(stack.resources).map((it) => describeResource(...it)));
}

function describeEvent({ id, name }: StackRecord, event: StackEvent): Content {
  return {
    StackId: id,
    StackName: name,
    EventId: event.id,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    Timestamp: new Date(event.at),
  };
}

function describeResource(logicalId: string, resource: ResourceRecord): Content {
  return {
    LogicalResourceId: logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.reason,
    LastUpdatedTimestamp: new Date(resource.at),
  };
}

function dateOf(milliseconds: number | undefined): Date | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds);
}
