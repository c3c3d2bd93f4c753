using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Manifests;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Cli.Compile;

/// <summary>What the compiler makes of the input.</summary>
internal sealed record CompiledSet
{
    public required IReadOnlyList<CompiledApi> Apis { get; init; }
    public required IReadOnlyList<CompiledRole> Roles { get; init; }

    /// <summary>The accounts that they lie in, by name.</summary>
    public required IReadOnlyList<KnownAccount> Accounts { get; init; }
}

/// <summary>An API with its routes.</summary>
internal sealed record CompiledApi(Manifest<DirectApiSpec> Manifest, KnownAccount Account, ApiInput Input, ApiCompilation Compilation);

/// <summary>A role with the permissions that its routes need.</summary>
internal sealed record CompiledRole(Manifest<IntegrationRoleSpec> Manifest, RoleCompilation Compilation);
