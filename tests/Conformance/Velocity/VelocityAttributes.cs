namespace DirectRoute.Conformance.Velocity;

/// <summary>A fact that needs Velocity; skipped, and counted as such, where that has not been unpacked.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VelocityFactAttribute : FactAttribute
{
    public VelocityFactAttribute() => Skip = VelocityOracle.WhyAbsent;
}

/// <summary>A theory that needs Velocity; skipped, and counted as such, where that has not been unpacked.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VelocityTheoryAttribute : TheoryAttribute
{
    public VelocityTheoryAttribute() => Skip = VelocityOracle.WhyAbsent;
}

/// <summary>The tests that share one process of Velocity.</summary>
[CollectionDefinition(nameof(VelocityOracle))]
public sealed class VelocityOracleTests : ICollectionFixture<VelocityOracle>;
