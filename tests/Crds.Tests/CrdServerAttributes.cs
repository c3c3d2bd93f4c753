namespace DirectRoute.Crds.Tests;

/// <summary>A fact that needs the CRD server; skipped, and counted as such, where that has not been built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CrdServerFactAttribute : FactAttribute
{
    public CrdServerFactAttribute() => Skip = CrdServer.WhyAbsent;
}

/// <summary>A theory that needs the CRD server; skipped, and counted as such, where that has not been built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CrdServerTheoryAttribute : TheoryAttribute
{
    public CrdServerTheoryAttribute() => Skip = CrdServer.WhyAbsent;
}
