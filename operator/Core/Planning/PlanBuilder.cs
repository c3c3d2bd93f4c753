using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Planning;

/// <summary>Collects steps; an update without a change is none.</summary>
internal sealed class PlanBuilder
{
    private readonly List<PlanStep> steps = [];

    public PlanBuilder Create(string subject, params ValueList<AwsCall> calls) => Add(ChangeKind.Create, subject, [], calls);

    public PlanBuilder Delete(string subject, params ValueList<AwsCall> calls) => Add(ChangeKind.Delete, subject, [], calls);

    public PlanBuilder Update(string subject, ValueList<FieldChange> changes, params ValueList<AwsCall> calls) =>
        changes.Count == 0 ? this : Add(ChangeKind.Update, subject, changes, calls);

    public Plan ToPlan() => new() { Steps = steps.ToValueList() };

    private PlanBuilder Add(ChangeKind kind, string subject, ValueList<FieldChange> changes, ValueList<AwsCall> calls)
    {
        steps.Add(new() { Kind = kind, Subject = subject, Changes = changes, Calls = calls });
        return this;
    }
}
