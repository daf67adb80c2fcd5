using Dau.ScanForge;

return ForgeCommand.Run(args);
