using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Patching;

/// <summary>In which words AWS refuses a path or an operation: shapes differ in it, as recorded.</summary>
internal abstract record PatchWording
{
    /// <summary>APIs, resources, methods, integrations.</summary>
    public static PatchWording Short { get; } = new ShortWording();

    /// <summary>Models, request validators, authorizers.</summary>
    public static PatchWording Listing { get; } = new ListingWording();

    public abstract Answer WrongPath(PatchOperation operation, IReadOnlyList<PatchRule> rules);

    public abstract Answer WrongOperation(PatchOperation operation, PatchRule rule);

    private sealed record ShortWording : PatchWording
    {
        public override Answer WrongPath(PatchOperation operation, IReadOnlyList<PatchRule> rules) => Answer.BadRequest($"Invalid patch path {operation.Path}");

        public override Answer WrongOperation(PatchOperation operation, PatchRule rule) =>
            Answer.BadRequest(rule.WrongOperation ?? $"Invalid patch operation specified. Must be one of: [{string.Join(", ", rule.Allowed)}]");
    }

    private sealed record ListingWording : PatchWording
    {
        public override Answer WrongPath(PatchOperation operation, IReadOnlyList<PatchRule> rules) =>
            rules.Any(r => r.Allowed.Contains(operation.Op, StringComparer.Ordinal))
                ? Answer.BadRequest($"Invalid patch path  '{operation.Path}' specified for op '{operation.Op}'. Must be one of: [{string.Join(", ", rules.Select(r => r.Path))}]")
                : Unsupported(operation);

        public override Answer WrongOperation(PatchOperation operation, PatchRule rule) => Unsupported(operation);

        private static Answer Unsupported(PatchOperation operation) =>
            Answer.BadRequest($"Invalid patch path  '{operation.Path}' specified for op '{operation.Op}'. Please choose supported operations");
    }
}
