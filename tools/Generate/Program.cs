using DirectRoute.Generate;

return await GenerateCommand.RunAsync(args);
